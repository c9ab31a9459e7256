using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Xunit;

namespace Watchkeeper.Template.Tests;

/// <summary>The functions of the executable; the template must have all of them, by the same names.</summary>
public static class Functions
{
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<FunctionName>()];

    public static TheoryData<string> All { get; } = [.. Names];

    /// <summary>The queue of timers, which holds nothing that anybody would miss.</summary>
    internal const string TimerQueue = "TimerQueue";

    /// <summary>The dead-letter queue of a function: <c>AlarmFunction</c> has <c>AlarmDeadLetterQueue</c>.</summary>
    internal static string QueueOf(string function) => function.Replace("Function", "DeadLetterQueue", StringComparison.Ordinal);
}
