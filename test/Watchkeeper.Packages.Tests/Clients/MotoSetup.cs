using System.Net.Http.Headers;
using System.Xml.Linq;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

/// <summary>Makes what the clients under test can only use: topics, verified addresses, groups.</summary>
internal static class MotoSetup
{
    private static readonly HttpClient Http = new();

    /// <summary>
    /// Calls an operation of a service with the Query protocol; the value of the first element of that name in its answer.
    /// </summary>
    public static async Task<string> QueryAsync(
        this MotoFixture moto, string service, string action, string? element, params (string Name, string Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(moto.ServiceUrl));
        // moto finds the service in the signature's scope, and does not check the signature.
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential=test/20260101/{Emulated.Region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        request.Content = new FormUrlEncodedContent(
            [new("Action", action), .. parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))]);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return element is null ? body : XDocument.Parse(body).Descendants().First(found => found.Name.LocalName == element).Value;
    }

    /// <summary>A new group with so many instances, at most five; its name.</summary>
    public static async Task<string> CreateGroupAsync(this MotoFixture moto, string name, int instances)
    {
        await moto.QueryAsync(
            "autoscaling",
            "CreateLaunchConfiguration",
            null,
            ("LaunchConfigurationName", name),
            ("ImageId", "ami-12c6146b"),
            ("InstanceType", "t3.micro"));
        await moto.QueryAsync(
            "autoscaling",
            "CreateAutoScalingGroup",
            null,
            ("AutoScalingGroupName", name),
            ("LaunchConfigurationName", name),
            ("MinSize", "0"),
            ("MaxSize", "5"),
            ("DesiredCapacity", $"{instances}"),
            ("AvailabilityZones.member.1", Emulated.Region + "a"),
            ("Tags.member.1.Key", "service"),
            ("Tags.member.1.Value", name),
            ("Tags.member.1.ResourceId", name),
            ("Tags.member.1.ResourceType", "auto-scaling-group"),
            ("Tags.member.1.PropagateAtLaunch", "true"));
        return name;
    }
}
