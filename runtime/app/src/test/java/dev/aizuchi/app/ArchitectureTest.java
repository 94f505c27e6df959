package dev.aizuchi.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.aizuchi.robot.Robot;

/** Say as a test which way the arrows point. */
@AnalyzeClasses(packages = "dev.aizuchi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] API = {
        "dev.aizuchi.bus..",
        "dev.aizuchi.event..",
        "dev.aizuchi.skill..",
        "dev.aizuchi.robot..",
        "dev.aizuchi.speech..",
        "dev.aizuchi.language..",
        "dev.aizuchi.person..",
        "dev.aizuchi.plugin.."
    };
    private static final String[] ADAPTERS = {
        "dev.aizuchi.audio..",
        "dev.aizuchi.broker..",
        "dev.aizuchi.documents..",
        "dev.aizuchi.llama..",
        "dev.aizuchi.mqtt..",
        "dev.aizuchi.onnx..",
        "dev.aizuchi.people..",
        "dev.aizuchi.ros2..",
        "dev.aizuchi.telemetry..",
        "dev.aizuchi.voice..",
        "dev.aizuchi.vosk..",
        "dev.aizuchi.webrtc..",
        "dev.aizuchi.whisper.."
    };
    private static final String[] SKILLS = {"dev.aizuchi.care..", "dev.aizuchi.conversation..", "dev.aizuchi.disaster.."
    };

    @ArchTest
    static final ArchRule the_api_stands_alone = classes()
            .that()
            .resideInAnyPackage(API)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(API).or(resideInAnyPackage("java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule skills_see_the_api_alone = classes()
            .that()
            .resideInAnyPackage(SKILLS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(API)
                    .or(resideInAnyPackage(SKILLS))
                    // The JDK's XML: alerts of CAP and JMA are read with it.
                    .or(resideInAnyPackage(
                            "java..",
                            "javax.xml..",
                            "org.w3c.dom..",
                            "org.xml.sax..",
                            "org.jspecify..",
                            "dev.aizuchi.japanese..")));

    @ArchTest
    static final ArchRule adapters_see_neither_engine_nor_skills = noClasses()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "dev.aizuchi.core..", "dev.aizuchi.app..", "dev.aizuchi.models..", "dev.aizuchi.sim..")
                    .or(resideInAnyPackage(SKILLS)));

    @ArchTest
    static final ArchRule adapters_do_not_see_each_other = slices().matching(
                    "dev.aizuchi.(audio|broker|documents|llama|mqtt|onnx|people|ros2|telemetry|voice|vosk|webrtc|whisper)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule the_engine_sees_no_adapter_and_no_skill = noClasses()
            .that()
            .resideInAPackage("dev.aizuchi.core..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ADAPTERS)
                    .or(resideInAnyPackage(SKILLS))
                    .or(resideInAnyPackage("dev.aizuchi.sim..", "dev.aizuchi.models..", "dev.aizuchi.app..")));

    /** Beside the API: floor plans are YAML. */
    @ArchTest
    static final ArchRule the_world_sees_the_api_alone = classes()
            .that()
            .resideInAPackage("dev.aizuchi.sim..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(API)
                    .or(resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "dev.aizuchi.sim..",
                            "dev.aizuchi.yaml..",
                            "com.fasterxml.jackson..")));

    @ArchTest
    static final ArchRule the_studio_sees_no_adapter_and_no_skill = noClasses()
            .that()
            .resideInAPackage("dev.aizuchi.studio..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ADAPTERS)
                    .or(resideInAnyPackage(SKILLS))
                    .or(resideInAnyPackage("dev.aizuchi.app..")));

    /** Of the models it takes the suggestion for a misspelt word. */
    @ArchTest
    static final ArchRule the_robot_profile_sees_no_transport = noClasses()
            .that()
            .resideInAPackage("dev.aizuchi.robotprofile..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ADAPTERS)
                    .or(resideInAnyPackage(SKILLS))
                    .or(resideInAnyPackage("dev.aizuchi.core..", "dev.aizuchi.sim..", "dev.aizuchi.app..")));

    @ArchTest
    static final ArchRule the_models_see_the_jdk_alone = classes()
            .that()
            .resideInAPackage("dev.aizuchi.models..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "javax.net.ssl..", "org.jspecify..", "dev.aizuchi.models.."));

    @ArchTest
    static final ArchRule the_recording_format_knows_no_robot = classes()
            .that()
            .resideInAPackage("dev.aizuchi.mcap..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "org.jspecify..", "dev.aizuchi.mcap..", "net.jpountz..", "com.github.luben.."));

    @ArchTest
    static final ArchRule nobody_sees_the_app = noClasses()
            .that()
            .resideOutsideOfPackage("dev.aizuchi.app..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.aizuchi.app.."));

    /** In the engine there is one caller; the robot's side of a transport performs for its robot. */
    @ArchTest
    static final ArchRule only_actuation_commands_the_robot = noClasses()
            .that()
            .resideOutsideOfPackages("dev.aizuchi.mqtt..", "dev.aizuchi.testkit..")
            .and()
            .doNotHaveSimpleName("Actuation")
            .and()
            // The benchmark's probe stands between the MQTT server and its robot.
            .doNotHaveSimpleName("Watched")
            .and()
            // Hands on to the part that can what the gate has let through.
            .doNotHaveSimpleName("JoinedRobot")
            .should()
            .callMethodWhere(target(name("perform")).and(target(owner(assignableTo(Robot.class)))));

    /** The API's packages name each other's types: an event tells of an act, a robot of a percept. They ship as one. */
    @ArchTest
    static final ArchRule modules_are_free_of_cycles = slices().matching("dev.aizuchi.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAnyPackage(API), resideInAnyPackage(API));

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Handler|Context)");

    @ArchTest
    static final ArchRule only_the_app_prints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.aizuchi.app..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
