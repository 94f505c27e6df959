package dev.aizuchi.mqtt;

import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jspecify.annotations.Nullable;

/** Find out why there is no connection to the broker, and what helps. */
final class Diagnosis {
    private static final List<String> CLIENT_CERTIFICATE_ALERTS = List.of(
            "certificate_required", "bad_certificate", "certificate_unknown", "unknown_ca", "handshake_failure");

    private final MqttSettings settings;

    Diagnosis(MqttSettings settings) {
        this.settings = settings;
    }

    /** Say that nothing has been heard of the broker. */
    Trouble silent(String why) {
        return Trouble.passing("no MQTT broker answers at " + settings.broker() + " (" + why
                + "); start it, or correct broker in the robot's settings");
    }

    Trouble of(Throwable error) {
        List<Throwable> chain =
                Stream.iterate(error, each -> each != null, Throwable::getCause).toList();
        if (chain.stream().anyMatch(SSLException.class::isInstance)) {
            return tls(chain);
        }
        if (error instanceof MqttException refused
                && refused.getReasonCode() >= 0x80
                && refused.getReasonCode() <= 0xff) {
            return refused(refused.getReasonCode());
        }
        if (error instanceof MqttException lost
                && lost.getReasonCode() == MqttClientException.REASON_CODE_CONNECTION_LOST) {
            return Trouble.passing("the broker at " + settings.broker() + " ends the connection without an answer; "
                    + (settings.isTls() ? "check that it speaks MQTT 5" : "write ssl:// if that is a port for TLS")
                    + ", and look into its log");
        }
        if (settings.isTls() && chain.stream().anyMatch(Diagnosis::isReset)) {
            return noTls(text(chain));
        }
        return silent(text(chain));
    }

    /** Say that the broker is there but the robot is not heard. */
    String absent(Topic silent) {
        return "robot " + settings.robot() + " does not answer on " + silent.of(settings) + " at " + settings.broker()
                + "; start its side, correct robot and topic-root in the robot's settings, or let this client read there"
                + " by the broker's access rights";
    }

    /** Say what the broker forbids. */
    String forbidden(String doing, Topic topic, int code) {
        return "the broker at " + settings.broker() + " does not let this client " + doing + " " + topic.of(settings)
                + " (" + ReasonCodes.name(code) + "); grant it in the broker's access rights";
    }

    /** Say that the broker has ended the connection, and why as far as it tells. */
    Trouble ended(int code, @Nullable String reason) {
        return Trouble.passing(
                "the MQTT broker at " + settings.broker() + " ends the connection (" + ReasonCodes.name(code)
                        + (reason == null || reason.isBlank() ? "" : ": " + reason.strip()) + "); "
                        + (code == MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED
                                ? "look into its access rights"
                                : "look into its log"));
    }

    /** Tell whether a reason code of the broker is a refusal. */
    static boolean isRefusal(int code) {
        return code >= MqttReturnCode.RETURN_CODE_UNSPECIFIED_ERROR;
    }

    private Trouble refused(int code) {
        boolean login = code == MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD
                || code == MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED;
        String user = settings.username();
        String who = user == null ? "a client without a name" : "user " + user;
        String cure = user == null ? "set username and password-file" : "correct username and password-file";
        return new Trouble(
                "the MQTT broker at " + settings.broker() + " refuses " + who + " (" + ReasonCodes.name(code) + "); "
                        + (login ? cure + " in the robot's settings" : "look into its log"),
                login);
    }

    private Trouble tls(List<Throwable> chain) {
        String why = text(chain);
        if (has(chain, CertificateExpiredException.class) || has(chain, CertificateNotYetValidException.class)) {
            return certificate("is not valid today (" + why + "); renew it, or set this machine's clock");
        }
        if (chain.stream().anyMatch(Diagnosis::isOtherHost)) {
            return certificate("is for another host (" + why
                    + "); write a name that stands in it as broker, or have one issued for this name");
        }
        if (has(chain, CertPathBuilderException.class) || has(chain, CertPathValidatorException.class)) {
            String trusted = settings.caFile() == null ? "this Java" : "ca-file " + settings.caFile();
            return certificate("is not signed by an authority that " + trusted
                    + " holds; set ca-file to the certificate of the authority that signed it");
        }
        if (CLIENT_CERTIFICATE_ALERTS.stream().anyMatch(why::contains)) {
            return Trouble.lasting(
                    "the MQTT broker at " + settings.broker() + " wants a client certificate that it knows (" + why
                            + "); set cert-file and key-file in the robot's settings");
        }
        return noTls(why);
    }

    private Trouble noTls(String why) {
        return Trouble.passing("no TLS with " + settings.broker() + " (" + why
                + "); write its port for TLS, or tcp:// if it has none");
    }

    private Trouble certificate(String what) {
        return Trouble.lasting("the certificate of " + settings.broker() + " " + what);
    }

    /** Tell whether the other end broke off, as one does that takes the beginning of TLS for nonsense. */
    private static boolean isReset(Throwable error) {
        return error instanceof SocketException && !(error instanceof ConnectException);
    }

    private static boolean isOtherHost(Throwable error) {
        String message = String.valueOf(error.getMessage());
        return error instanceof CertificateException
                && (message.startsWith("No subject alternative") || message.startsWith("No name matching"));
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    /** Give what lies deepest and says something. */
    private static String text(List<Throwable> chain) {
        return chain.stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((outer, inner) -> inner)
                .orElse(chain.get(0).getClass().getSimpleName());
    }
}
