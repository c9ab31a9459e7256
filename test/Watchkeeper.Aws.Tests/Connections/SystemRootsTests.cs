using System.Runtime.InteropServices;
using Shouldly;
using Watchkeeper.Aws.Connections;
using Xunit;

namespace Watchkeeper.Aws.Tests.Connections;

/// <summary>Only a separate process can show that .NET then reads no roots: the TLS benchmark measures that.</summary>
public sealed partial class SystemRootsTests
{
    [Theory]
    [InlineData("SSL_CERT_FILE")]
    [InlineData("SSL_CERT_DIR")]
    public void The_C_library_is_pointed_to_no_roots(string variable)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Where certificates lie is said by variables on Linux alone.");

        SystemRoots.LeaveUnread();

        Marshal.PtrToStringUTF8(getenv(variable)).ShouldBe("/dev/null");
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint getenv(string name);
}
