using System.Globalization;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Configuration;

namespace Watchkeeper.Cli.Versions;

/// <summary>Prints how applying a version ended.</summary>
internal static class ApplyResultText
{
    /// <summary>Prints the version, or why it is not in force.</summary>
    public static Answer Show(Screen screen, ConfigurationApplyResult result, bool asJson, string lead)
    {
        switch (result)
        {
            case ConfigurationApplyResult.Applied(var version):
                VersionLine.Show(screen, version, asJson, lead);
                return Answer.Yes;
            case ConfigurationApplyResult.Overtaken(var other):
                screen.Note($"not applied: {VersionLine.Text(other)} came first; look at it, and apply again");
                return Answer.No;
            case ConfigurationApplyResult.TooLarge(var bytes, var most):
                screen.Note(string.Create(
                    CultureInfo.InvariantCulture,
                    $"not applied: the version has {bytes:N0} bytes, and the table takes {most:N0}: {bytes - most:N0} too many"));
                return Answer.No;
            default:
                throw new ArgumentOutOfRangeException(nameof(result));
        }
    }
}
