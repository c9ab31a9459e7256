using System.Net.Http.Headers;
using System.Xml.Linq;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

/// <summary>Creates the topics, verified addresses and groups that the clients under test only use.</summary>
internal static class MotoSetup
{
    private static readonly HttpClient Http = new();

    /// <summary>
    /// Calls an operation with the Query protocol; returns the value of the first element of a name in its response.
    /// </summary>
    public static async Task<string> QueryAsync(
        this MotoFixture moto, string service, string action, string? element, params (string Name, string Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(moto.ServiceUrl));
        // moto reads the service from the signature's scope and does not verify the signature.
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

    /// <summary>Creates a topic and a queue that receives its messages, both under one name.</summary>
    /// <param name="moto">The emulator.</param>
    /// <param name="name">The name, unique to the test.</param>
    /// <param name="raw">Whether the queue receives the message alone; otherwise in the envelope of SNS.</param>
    /// <returns>The topic's ARN and the queue's URL.</returns>
    public static async Task<(string Topic, string Queue)> CreateTopicAsync(this MotoFixture moto, string name, bool raw)
    {
        var topic = await moto.QueryAsync("sns", "CreateTopic", "TopicArn", ("Name", name));
        var queue = await moto.QueryAsync("sqs", "CreateQueue", "QueueUrl", ("QueueName", name));
        await moto.QueryAsync(
            "sns",
            "Subscribe",
            null,
            ("TopicArn", topic),
            ("Protocol", "sqs"),
            ("Endpoint", $"arn:aws:sqs:{Emulated.Region}:{Emulated.Account}:{name}"),
            ("Attributes.entry.1.key", "RawMessageDelivery"),
            ("Attributes.entry.1.value", raw ? "true" : "false"));
        return (topic, queue);
    }

    /// <summary>Creates a group of up to five instances and returns its name.</summary>
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
