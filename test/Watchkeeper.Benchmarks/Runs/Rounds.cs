using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.Subjects;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>Measures each program once a round, in turn, so that a slow machine slows all of them.</summary>
internal static class Rounds
{
    /// <summary>Measures all programs, round by round. The first round warms the caches and does not count.</summary>
    public static async Task<Dictionary<Subject, Sample>> RunAsync(
        int rounds, IReadOnlyList<Subject> subjects, Func<Subject, Task<Usage>> measure)
    {
        var samples = subjects.ToDictionary(subject => subject, subject => new Sample(subject.Name));
        for (var round = 0; round <= rounds; round++)
        {
            // The order alternates between rounds.
            foreach (var subject in round % 2 == 0 ? subjects : subjects.Reverse())
            {
                var usage = await measure(subject);
                if (round > 0)
                    samples[subject].Add(usage);
            }
        }

        return samples;
    }

    /// <summary>One start of a program, from its process to its first answer.</summary>
    public static async Task<Usage> StartAsync(Setup setup, Subject subject)
    {
        await setup.PutInForceAsync(subject);
        var payloads = await setup.PayloadsAsync(subject.Feed, 1);
        var (process, usage) = await MeasuredProcess.StartAsync(subject, payloads[0]);
        await process.DisposeAsync();
        return usage;
    }
}
