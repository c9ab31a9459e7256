using System.Runtime.InteropServices;
using YamlDotNet.Core;

namespace Watchkeeper.Cli.Yaml;

/// <summary>A position in a file. Lines and columns count from 1, as editors show them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FilePosition(int Line, int Column)
{
    /// <summary>The first character of a file.</summary>
    public static FilePosition Start => new(1, 1);

    public static FilePosition From(Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));
}
