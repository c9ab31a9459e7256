using System.Globalization;

namespace Watchkeeper.Benchmarks.Measuring;

/// <summary>Prints samples, each beside its baseline.</summary>
internal static class ResultTable
{
    private static readonly Func<Usage, double> Wall = usage => usage.Wall.TotalMilliseconds;
    private static readonly Func<Usage, double> Cpu = usage => usage.Cpu.TotalMilliseconds;
    private static readonly Func<Usage, double> Peak = usage => usage.PeakMebibytes;

    /// <param name="title">What was measured.</param>
    /// <param name="samples">The rows.</param>
    /// <param name="standard">Selects the baseline of a sample, which counts as 1.</param>
    public static void Print(string title, IReadOnlyList<Sample> samples, Func<Sample, Sample> standard)
    {
        var width = samples.Max(sample => sample.Name.Length);
        Console.WriteLine($"\n{title}");
        Write($"{"".PadRight(width)} {"wall ms",9} {"×",5} {"CPU ms",9} {"quartiles",15} {"×",5} {"peak MiB",9} {"×",5}");
        foreach (var sample in samples)
        {
            var one = standard(sample);
            var quartiles = Text($"{sample.Quantile(Cpu, 0.25):f2}–{sample.Quantile(Cpu, 0.75):f2}");
            Write(
                $"{sample.Name.PadRight(width)} {Figure(sample, one, Wall)} {sample.Median(Cpu),9:f2} {quartiles,15} ",
                $"{Ratio(sample, one, Cpu),5:f2} {Figure(sample, one, Peak)}");
        }
    }

    private static string Figure(Sample sample, Sample one, Func<Usage, double> figure) =>
        Text($"{sample.Median(figure),9:f2} {Ratio(sample, one, figure),5:f2}");

    private static double Ratio(Sample sample, Sample one, Func<Usage, double> figure) =>
        sample.Median(figure) / one.Median(figure);

    private static void Write(params FormattableString[] parts) => Console.WriteLine(string.Concat(parts.Select(Text)));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
