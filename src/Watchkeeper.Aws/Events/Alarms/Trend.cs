namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>How a value moves when there is more of what it tells about: more load, more failing.</summary>
internal enum Trend
{
    /// <summary>Nobody can say.</summary>
    Unknown,

    /// <summary>Not at all: it is a number.</summary>
    Constant,

    /// <summary>It grows too.</summary>
    Rising,

    /// <summary>It shrinks.</summary>
    Falling,
}

/// <summary>A part of an expression: its trend and, for a number, which.</summary>
internal readonly record struct Quantity(Trend Trend, double Value = double.NaN)
{
    public static Quantity Unknown => new(Trend.Unknown);

    public static Quantity Number(double value) => new(Trend.Constant, value);

    private bool IsNumber => Trend is Trend.Constant;

    public static Quantity operator +(Quantity one, Quantity other) =>
        one.IsNumber && other.IsNumber ? Number(one.Value + other.Value) : Together(one, other);

    // The rest of something («100 - used») has another meaning than the thing, and that is not guessed at.
    public static Quantity operator -(Quantity one, Quantity other) =>
        other.IsNumber ? one.IsNumber ? Number(one.Value - other.Value) : one : Unknown;

    public static Quantity operator *(Quantity one, Quantity other) =>
        one.IsNumber && other.IsNumber ? Number(one.Value * other.Value)
        : other.IsNumber && other.Value > 0 ? one
        : one.IsNumber && one.Value > 0 ? other
        : Unknown;

    public static Quantity operator /(Quantity one, Quantity other) =>
        !other.IsNumber || !(other.Value > 0) ? Unknown
        : one.IsNumber ? Number(one.Value / other.Value)
        : one;

    public static Quantity operator -(Quantity one) => one.IsNumber ? Number(-one.Value) : Unknown;

    /// <summary>Of what is as great as each of them allows: a sum, a mean, the greatest.</summary>
    public static Quantity Together(Quantity one, Quantity other) =>
        one.Trend == other.Trend || other.IsNumber ? one with { Value = double.NaN }
        : one.IsNumber ? other
        : Unknown;
}
