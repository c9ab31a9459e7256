namespace Watchkeeper.Benchmarks.Measuring;

/// <summary>What one thing took, round by round.</summary>
/// <param name="name">What it is.</param>
internal sealed class Sample(string name)
{
    private readonly List<Usage> taken = [];

    public string Name => name;

    /// <summary>Round by round the one and the other together.</summary>
    public static Sample Sum(string name, Sample one, Sample other)
    {
        var sum = new Sample(name);
        sum.taken.AddRange(one.taken.Zip(other.taken, static (first, second) => first + second));
        return sum;
    }

    public void Add(Usage usage) => taken.Add(usage);

    /// <summary>The middle of a figure over all rounds.</summary>
    public double Median(Func<Usage, double> figure) => Quantile(figure, 0.5);

    /// <summary>What a part of the rounds, from 0 to 1, stayed under.</summary>
    public double Quantile(Func<Usage, double> figure, double part)
    {
        var sorted = taken.Select(figure).Order().ToArray();
        var place = part * (sorted.Length - 1);
        var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }
}
