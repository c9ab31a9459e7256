namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>How a value changes with more load or more failures.</summary>
internal enum Trend
{
    /// <summary>Unknown.</summary>
    Unknown,

    /// <summary>Constant: a number.</summary>
    Constant,

    /// <summary>The value rises.</summary>
    Rising,

    /// <summary>The value falls.</summary>
    Falling,
}

/// <summary>A part of an expression: its trend, and the value of a number.</summary>
internal readonly record struct Quantity(Trend Trend, double Value = double.NaN)
{
    public static Quantity Unknown => new(Trend.Unknown);

    public static Quantity Number(double value) => new(Trend.Constant, value);

    private bool IsNumber => Trend is Trend.Constant;

    public static Quantity operator +(Quantity one, Quantity other) =>
        one.IsNumber && other.IsNumber ? Number(one.Value + other.Value) : Together(one, other);

    // A remainder («100 - used») has another meaning than the quantity itself; the code does not guess it.
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

    /// <summary>Combines quantities that each contribute: in a sum, a mean or a maximum.</summary>
    public static Quantity Together(Quantity one, Quantity other) =>
        one.Trend == other.Trend || other.IsNumber ? one with { Value = double.NaN }
        : one.IsNumber ? other
        : Unknown;
}
