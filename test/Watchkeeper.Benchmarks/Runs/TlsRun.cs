using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.Subjects;
using Watchkeeper.Benchmarks.Tls;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>Process start to answer, over TLS and without.</summary>
internal static class TlsRun
{
    private const string Trust = "WATCHKEEPER_TRUST";
    private const string Endpoint = "AWS_ENDPOINT_URL";
    private const string TableEndpoint = "AWS_ENDPOINT_URL_DYNAMODB";

    public static async Task RunAsync(Setup setup)
    {
        var (alarm, notify) = (setup.Subjects.Alarm, setup.Subjects.Notify);
        var (certificate, roots) = TestAuthority.Create(setup.Repository);
        await using var table = new TlsProxy(alarm.Settings.Variables[TableEndpoint], certificate);
        await using var others = new TlsProxy(alarm.Settings.Variables[Endpoint], certificate);
        var (alarmTls, notifyTls) = (Secure(alarm), Secure(notify));
        var samples = await Rounds.RunAsync(
            setup.Rounds, [alarm, alarmTls, notify, notifyTls], subject => Rounds.StartAsync(setup, subject));
        var plain = new Dictionary<Sample, Sample>
        {
            [samples[alarmTls]] = samples[alarm],
            [samples[notifyTls]] = samples[notify],
        };
        ResultTable.Print(
            $"TLS with the trust store as shipped. Medians of {setup.Rounds} rounds; × is beside the same without TLS",
            [.. samples.Values],
            sample => plain.GetValueOrDefault(sample, sample));

        Subject Secure(Subject subject) => subject.With(
            $"{subject.Name}, TLS",
            KeyValuePair.Create(Trust, roots),
            KeyValuePair.Create(Endpoint, others.Url),
            KeyValuePair.Create(TableEndpoint, table.Url));
    }
}
