using Watchkeeper.Cli.Detecting.Scanning;

namespace Watchkeeper.Cli.Detecting.Reporting;

/// <summary>Writes findings and what could not be read.</summary>
internal interface IFindingWriter
{
    /// <summary>Writes a finding.</summary>
    Task WriteAsync(Finding finding);

    /// <summary>Writes what could not be read.</summary>
    Task WriteAsync(string file, ScanItem.Refused refused);
}
