package dev.aizuchi.ros2.node;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Host;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hold a node's parameters, and serve them by the six services and the topic {@code /parameter_events} of ROS 2. A
 * parameter that was not declared cannot be set, nor another type than it was declared with. From any thread.
 */
public final class Parameters implements AutoCloseable {
    private static final String SERVICE = "rcl_interfaces/srv/";
    private static final Endpoint EVENTS = Endpoint.of("/parameter_events", "rcl_interfaces/msg/ParameterEvent");

    private final Host host;
    private final String node;
    private final Supplier<Datum.Fields> stamp;
    private final Consumer<Parameter> changed;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();
    private final List<Bus.Subscription> services = new ArrayList<>();

    /**
     * Serve parameters.
     *
     * @param node full name of the node, such as {@code /aizuchi}
     * @param stamp gives the time as {@code builtin_interfaces/msg/Time}
     * @param changed is told each parameter that was set from outside, on the bus's thread
     */
    public Parameters(
            Host host,
            String node,
            Supplier<Datum.Fields> stamp,
            List<Parameter> declared,
            Consumer<Parameter> changed) {
        this.host = host;
        this.node = node;
        this.stamp = stamp;
        this.changed = changed;
        declared.forEach(each -> byName.put(each.name(), each));
        serve("get_parameters", "GetParameters", this::get);
        serve("get_parameter_types", "GetParameterTypes", this::types);
        serve("describe_parameters", "DescribeParameters", this::describe);
        serve("list_parameters", "ListParameters", this::list);
        serve("set_parameters", "SetParameters", this::setEach);
        serve("set_parameters_atomically", "SetParametersAtomically", this::setAll);
    }

    /** Give a parameter's value. */
    public synchronized Datum value(String name) {
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return parameter.value();
    }

    private void serve(String service, String type, Function<Datum.Fields, Datum.Fields> answer) {
        services.add(host.serve(
                Endpoint.of(node + "/" + service, SERVICE + type),
                request -> CompletableFuture.completedStage(new Answer.Given(answer.apply(request)))));
    }

    private synchronized Datum.Fields get(Datum.Fields request) {
        Datum.Fields unset = Content.message().whole("type", 0).fields();
        return Content.message()
                .items("values", asked(request, known -> known == null ? unset : known.writtenValue()))
                .fields();
    }

    private synchronized Datum.Fields types(Datum.Fields request) {
        return Content.message()
                .items("types", asked(request, known -> new Datum.Whole(known == null ? 0 : known.type())))
                .fields();
    }

    private synchronized Datum.Fields describe(Datum.Fields request) {
        return Content.message()
                .items("descriptors", asked(request, known -> known == null ? Datum.Fields.NONE : known.described()))
                .fields();
    }

    private List<Datum> asked(Datum.Fields request, Function<@Nullable Parameter, Datum> how) {
        List<Datum> all = new ArrayList<>();
        Content.texts(request, "names").forEach(name -> all.add(how.apply(byName.get(name))));
        return all;
    }

    private synchronized Datum.Fields list(Datum.Fields request) {
        List<String> prefixes = Content.texts(request, "prefixes");
        List<Datum.Text> names = byName.keySet().stream()
                .filter(name -> prefixes.isEmpty()
                        || prefixes.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + ".")))
                .map(Datum.Text::new)
                .toList();
        return Content.message()
                .put("result", Content.message().items("names", names).fields())
                .fields();
    }

    private Datum.Fields setEach(Datum.Fields request) {
        List<Datum.Fields> results = new ArrayList<>();
        for (Datum.Fields each : Content.messages(request, "parameters")) {
            results.add(set(List.of(each)));
        }
        return Content.message().items("results", results).fields();
    }

    private Datum.Fields setAll(Datum.Fields request) {
        return Content.message()
                .put("result", set(Content.messages(request, "parameters")))
                .fields();
    }

    /** Set all or none; gives {@code rcl_interfaces/msg/SetParametersResult}. */
    private Datum.Fields set(List<Datum.Fields> all) {
        List<Parameter> taken = new ArrayList<>();
        synchronized (this) {
            for (Datum.Fields each : all) {
                Parameter known = byName.get(Content.text(each, "name"));
                Optional<Parameter> set = known == null ? Optional.empty() : known.with(Content.fields(each, "value"));
                if (set.isEmpty()) {
                    return result(false, refusal(known, Content.text(each, "name")));
                }
                taken.add(set.get());
            }
            taken.forEach(each -> byName.put(each.name(), each));
        }
        taken.forEach(changed);
        host.publish(
                EVENTS,
                Content.message()
                        .put("stamp", stamp.get())
                        .text("node", node)
                        .items(
                                "changed_parameters",
                                taken.stream().map(Parameter::written).toList())
                        .fields());
        return result(true, "");
    }

    private static String refusal(@Nullable Parameter known, String name) {
        return known == null
                ? "there is no parameter " + name
                : name + (known.readOnly() ? " cannot be set while the node runs" : " takes another type");
    }

    private static Datum.Fields result(boolean successful, String reason) {
        return Content.message()
                .flag("successful", successful)
                .text("reason", reason)
                .fields();
    }

    @Override
    public void close() {
        services.forEach(Bus.Subscription::close);
    }
}
