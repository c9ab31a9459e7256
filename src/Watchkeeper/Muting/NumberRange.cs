using System.Runtime.InteropServices;

namespace Watchkeeper.Muting;

/// <summary>Whole numbers from one to another, both included.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NumberRange(int First, int Last)
{
    /// <summary>Whether a number is among them.</summary>
    public bool Contains(int number) => number >= First && number <= Last;
}
