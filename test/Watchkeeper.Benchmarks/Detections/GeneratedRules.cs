namespace Watchkeeper.Benchmarks.Detections;

/// <summary>Detections over many services and calls, as an organisation's own might be; the same in every run.</summary>
internal static class GeneratedRules
{
    /// <summary>The files of so many detections.</summary>
    public static IEnumerable<string> Files(int count) => Enumerable.Range(0, count).Select(File);

    private static string File(int number)
    {
        var service = ServiceCalls.All[number % ServiceCalls.All.Count];
        var round = number / ServiceCalls.All.Count;
        // A third is about calls that the account makes all the time, the others about rarer ones.
        var call = round % 3 == 0
            ? service.Calls[round / 3 % service.Calls.Length]
            : $"{(round % 2 == 0 ? "Delete" : "Modify")}{service.Calls[round % service.Calls.Length]}";
        var second = number % 4 == 0 ? $",\"Put{service.Calls[number % service.Calls.Length]}\"" : "";
        return $$"""
            {"id": "generated-{{number}}", "title": "{{call}} of a restricted resource", "description": "Made for measuring.",
            "severity": "medium", "runbook": "https://example.com/{{number}}",
            "pattern": {"detail": {"eventSource": ["{{service.Name}}.amazonaws.com"], "eventName": ["{{call}}"{{second}}],
            {{Condition(number)}} } } {{Exceptions(number)}} }
            """;
    }

    // Ordinary events seldom meet them.
    private static string Condition(int number) => (number / 7 % 6) switch
    {
        0 => $$""" "requestParameters": {"name": ["restricted-{{number}}", "vault-{{number}}"]} """,
        1 => $$""" "userIdentity": {"type": ["IAMUser"], "userName": ["break-glass-{{number}}"]} """,
        2 => $$""" "requestParameters": {"tags": {"items": {"key": ["class"], "value": ["secret-{{number % 97}}"]} } } """,
        3 => $$""" "sourceIPAddress": [{"cidr": "192.0.2.{{number % 250}}/31"}], "awsRegion": ["eu-central-1"] """,
        4 => $$""" "userIdentity": {"sessionContext": {"sessionIssuer": {"userName": [{"prefix": "guest-{{number}}-"}]} } } """,
        _ => """ "awsRegion": [{"anything-but": ["eu-central-1", "eu-west-1"]}], "readOnly": [false] """,
    };

    private static string Exceptions(int number)
    {
        var unless = number % 3 == 0
            ? $$""", "unless": {"detail": {"userIdentity": {"arn": [{"wildcard": "arn:aws:*:role/deploy-{{number}}*"}]} } } """
            : "";
        var where = number % 5 == 0
            ? """, "where": [{"at": "detail.requestParameters.cidrIp", "is": "everybody-network"}] """
            : "";
        return unless + where;
    }
}
