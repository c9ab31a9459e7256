using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Xunit;

namespace Watchkeeper.Template.Tests;

/// <summary>The functions that the executable holds; the template must have them all, by the same names.</summary>
public static class Functions
{
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<FunctionName>()];

    public static TheoryData<string> All { get; } = [.. Names];

    /// <summary>The queue of a function's own: <c>AlarmFunction</c> has <c>AlarmDeadLetterQueue</c>.</summary>
    internal static string QueueOf(string function) => function.Replace("Function", "DeadLetterQueue", StringComparison.Ordinal);
}
