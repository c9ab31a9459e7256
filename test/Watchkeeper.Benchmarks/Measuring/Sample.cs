namespace Watchkeeper.Benchmarks.Measuring;

/// <summary>The usage of one program, round by round.</summary>
/// <param name="name">The program's name.</param>
internal sealed class Sample(string name)
{
    private readonly List<Usage> taken = [];

    public string Name => name;

    /// <summary>Adds two samples, round by round.</summary>
    public static Sample Sum(string name, Sample one, Sample other)
    {
        var sum = new Sample(name);
        sum.taken.AddRange(one.taken.Zip(other.taken, static (first, second) => first + second));
        return sum;
    }

    public void Add(Usage usage) => taken.Add(usage);

    /// <summary>The median of a figure over all rounds.</summary>
    public double Median(Func<Usage, double> figure) => Quantile(figure, 0.5);

    /// <summary>The quantile of a figure over all rounds; <paramref name="part"/> is from 0 to 1.</summary>
    public double Quantile(Func<Usage, double> figure, double part)
    {
        var sorted = taken.Select(figure).Order().ToArray();
        var place = part * (sorted.Length - 1);
        var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }
}
