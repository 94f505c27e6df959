"""Build packages of definitions into an environment of install-ros2, so that rclpy and librcl speak their types.

    python build_interfaces.py ENVIRONMENT FOLDER

FOLDER holds the packages. It does what CMake does with rosidl, for C and Python alone: what CMake would need takes
longer to install than all of this.
"""

import pathlib
import shutil
import subprocess
import sys
import sysconfig

import numpy
from rosidl_cli.command.translate.api import translate
from rosidl_generator_c.cli import GenerateC
from rosidl_generator_py.cli import GeneratePython
from rosidl_typesupport_c.cli import GenerateCTypesupport
from rosidl_typesupport_fastrtps_c.cli import GenerateFastRTPSCTypesupport
from rosidl_typesupport_introspection_c.cli import GenerateIntrospectionCTypesupport

# Those on which others depend come first.
PACKAGES = ("nav2_msgs", "hri_msgs", "hri_actions_msgs", "std_skills", "chatbot_msgs", "communication_skills")
WIRE, FIELDS = "rosidl_typesupport_fastrtps_c", "rosidl_typesupport_introspection_c"


def build(prefix, folder):
    name = folder.name
    share, made = prefix / "share" / name, prefix / "include" / name / name
    fields = prefix / "include" / f"{name}_fields" / name
    shutil.copytree(folder, share, dirs_exist_ok=True)
    for each in (made, fields):
        each.mkdir(parents=True, exist_ok=True)
    include = [str(prefix / "share")]
    defined = sorted(path for kind in ("msg", "srv", "action") for path in folder.glob(f"*/*.{kind}"))
    idl = translate(package_name=name, interface_files=[f"{folder}:{each.relative_to(folder)}" for each in defined],
                    include_paths=include, output_format="idl", output_path=share)
    for generator in (GenerateC("c"), GeneratePython("py", typesupport_implementations=["rosidl_typesupport_c"]),
                      GenerateFastRTPSCTypesupport("fastrtps_c"),
                      GenerateCTypesupport("c", typesupport_implementations=[WIRE, FIELDS])):
        generator.generate(name, idl, include, made)
    # Its files have the names of others.
    GenerateIntrospectionCTypesupport("introspection_c").generate(name, idl, include, fields)
    for described in made.glob("*/*.json"):
        shutil.copy(described, share / described.relative_to(made))

    compiler = Compiler(prefix)
    compiler.link(f"lib{name}__rosidl_generator_c.so", made.glob("*/detail/*.c"))
    compiler.link(f"lib{name}__{WIRE}.so", made.glob("*/detail/*__type_support_c.cpp"))
    compiler.link(f"lib{name}__{FIELDS}.so", fields.glob("*/detail/*__type_support.c"))
    compiler.link(f"lib{name}__rosidl_typesupport_c.so", made.glob("*/*__type_support.cpp"))
    compiler.link(f"lib{name}__rosidl_generator_py.so", made.glob("*/_*_s.c"))
    module = pathlib.Path(sysconfig.get_path("purelib")) / name
    for kind in {each.parent.name for each in made.glob("*/_*.py")}:
        shutil.copytree(made / kind, module / kind, dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("*.c", "*.h", "*.cpp", "*.json", "detail"))
    (module / "__init__.py").touch()
    entry = f"{name}_s__rosidl_typesupport_c{sysconfig.get_config_var('EXT_SUFFIX')}"
    compiler.link(module / entry, [made / f"_{name}_s.ep.rosidl_typesupport_c.c"])


class Compiler:
    def __init__(self, prefix):
        self.lib, self.native = prefix / "lib", prefix / "native"
        folders = (prefix / "include", *(prefix / "include").iterdir(), sysconfig.get_path("include"), numpy.get_include())
        self.includes = [f"-I{each}" for each in folders]

    def link(self, library, sources):
        target = self.lib / library
        others = [f"-l:{each.name}" for each in self.native.glob("lib*rosidl_*.so") if each.name != target.name]
        command = ["g++", "-shared", "-fPIC", "-O0", "-w", "-o", target, *self.includes, *self.language(sources),
                   "-x", "none", f"-L{self.native}", "-Wl,--as-needed", "-l:libfastcdr.so", "-l:librcutils.so",
                   "-l:librmw.so", *others]
        if subprocess.run(command, check=False).returncode != 0:
            sys.exit(f"{target} could not be built: see what g++ says above")
        link = self.native / target.name
        link.unlink(missing_ok=True)
        link.symlink_to(target)

    @staticmethod
    def language(sources):
        for each in sorted(sources):
            yield from ("-x", "c" if each.suffix == ".c" else "c++", each)


if __name__ == "__main__":
    environment, definitions = (pathlib.Path(each).resolve() for each in sys.argv[1:3])
    for package in PACKAGES:
        build(environment, definitions / package)
