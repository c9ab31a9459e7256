using System.Runtime.InteropServices;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// A position in the template. Lines and columns count from 1; both are 0 for a value from outside the template.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TemplatePosition(int Line, int Column)
{
    public static TemplatePosition From(YamlNode node) => From(node.Start);

    public static TemplatePosition From(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
