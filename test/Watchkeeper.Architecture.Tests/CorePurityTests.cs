using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Shouldly;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Architecture.Tests;

/// <summary>The core decides; it reads no file, opens no socket, writes no log and knows no AWS type.</summary>
public sealed class CorePurityTests
{
    private static readonly string[] Allowed =
    [
        // Time zones, from its own database.
        "NodaTime",
        "System.Runtime",
        // The compiler fills lists through CollectionsMarshal.
        "System.Runtime.InteropServices",
        "System.Collections",
        "System.Collections.Concurrent",
        "System.Collections.Immutable",
        // Compresses bytes in memory.
        "System.IO.Compression.Brotli",
        "System.Linq",
        "System.Linq.AsyncEnumerable",
        "System.Memory",
        "System.Text.Json",
        "System.Text.Encodings.Web",
        "System.Text.RegularExpressions",
        "System.Security.Cryptography",
        "System.Threading",
        "System.Net.Primitives",
        "System.Private.Uri",
        "System.Runtime.Numerics",
        "System.Web.HttpUtility",
        "System.Text.Encoding.Extensions",
    ];

    // What System.Runtime holds besides plain computation, by the beginning of the full name.
    private static readonly string[] Outside =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.DriveInfo", "System.Environment", "System.Console",
        "System.Diagnostics.Process", "System.Net.Sockets.Socket", "System.Net.Sockets.Tcp",
        "System.Net.Sockets.Udp", "System.Net.Sockets.NetworkStream", "System.Net.Http.",
    ];

    [Fact]
    public void The_core_refers_to_plain_computation_only()
    {
        var references = typeof(Signal).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        references.Except(Allowed, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_core_uses_no_file_no_socket_no_process_and_no_environment() =>
        UsesOfTheOutside("Watchkeeper").ShouldBeEmpty();

    [Fact]
    public void Uses_of_files_processes_and_the_environment_are_found_where_they_exist()
    {
        var uses = UsesOfTheOutside("Watchkeeper.Cli").ToList();

        uses.ShouldContain(use => use.EndsWith("uses System.IO.File", StringComparison.Ordinal));
        uses.ShouldContain(use => use.EndsWith("uses System.Environment", StringComparison.Ordinal));
        uses.ShouldContain(use => use.EndsWith("uses System.Diagnostics.Process", StringComparison.Ordinal));
    }

    private static IEnumerable<string> UsesOfTheOutside(string assembly) =>
        from type in new ArchLoader().LoadAssembly(System.Reflection.Assembly.Load(assembly)).Build().Types
        from dependency in type.Dependencies
        where !IsOfAnIterator(dependency)
        let target = dependency.Target.FullName
        where Outside.Any(outside => target.StartsWith(outside, StringComparison.Ordinal))
        select $"{type.FullName} uses {target}";

    // The compiler makes every iterator check which thread uses it.
    private static bool IsOfAnIterator(ITypeDependency dependency) =>
        dependency is MethodCallDependency call
        && call.TargetMember.Name.StartsWith("get_CurrentManagedThreadId", StringComparison.Ordinal);
}
