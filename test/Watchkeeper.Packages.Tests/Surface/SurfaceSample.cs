using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;

namespace Watchkeeper.Packages.Tests.Surface;

/// <summary>One member of each visible and of each invisible kind.</summary>
[DataContract]
public abstract class SurfaceSample : IDisposable
{
    public const int Size = 3;

    protected SurfaceSample(string value, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Hidden = value;
    }

    private protected SurfaceSample() => Hidden = "";

    public IDictionary<string, int?> Numbers { get; private set; } = new Dictionary<string, int?>(StringComparer.Ordinal);

    [Experimental("SAMPLE")]
    public string Value { set => Change(value); }

    internal string Hidden { get; private set; }

    public static string[] Fill<T>(ref T other, params object[] args) => [$"{other}", .. args.Select(one => $"{one}")];

    public void Dispose()
    {
        Numbers.Clear();
        GC.SuppressFinalize(this);
    }

    protected virtual void Change(string value) => Hidden = value;
}
