using System.Collections.Immutable;

namespace Watchkeeper.Cli.Describing;

/// <summary>A technique of MITRE ATT&amp;CK or a control of the CIS AWS Foundations Benchmark, by name.</summary>
/// <param name="Code">Such as <c>T1098.001</c> or <c>4.16</c>.</param>
/// <param name="Groups">The technique's tactics, or the control's section; empty for an unknown code.</param>
/// <param name="Name">The technique's name, or what the control asks for; empty for an unknown code.</param>
internal sealed record Reference(string Code, ImmutableArray<string> Groups, string Name);
