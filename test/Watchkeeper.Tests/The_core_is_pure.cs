using Shouldly;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests;

/// <summary>The core decides; it reads no file, opens no socket, writes no log and knows no AWS type.</summary>
public class The_core_is_pure
{
    private static readonly string[] Allowed =
    [
        "System.Runtime",
        // CollectionsMarshal, by which the compiler fills lists.
        "System.Runtime.InteropServices",
        "System.Collections",
        "System.Collections.Immutable",
        "System.Linq",
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

    [Fact]
    public void It_refers_to_nothing_but_plain_computation()
    {
        var references = typeof(Signal).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        references.Except(Allowed, StringComparer.Ordinal).ShouldBeEmpty();
    }
}
