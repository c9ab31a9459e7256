using System.Text;
using Shouldly;
using Watchkeeper.Channels.Webhook;
using Xunit;

namespace Watchkeeper.Tests.Channels.Webhook;

/// <summary>Standard Webhooks, specification 1.0, «Signature scheme» and «Webhook headers».</summary>
public sealed class WebhookSignatureTests
{
    private const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Old = "绝密-key";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    // Computed by Python's hmac; the first is the published example too.
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private const string OfOther = "v1,T7HoiE9fQKrE0cepYzlkItuphh+0P1gWHTHXM7i9lHo=";

    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);

    [Fact]
    public void The_signature_is_that_of_the_published_example() =>
        Sign(Key)["webhook-signature"].ShouldBe(Signature);

    [Fact]
    public void Any_other_text_is_a_key_by_its_bytes() =>
        Sign(Old, "id", DateTimeOffset.FromUnixTimeSeconds(1_795_504_988), """{"警":"🔥"}""")["webhook-signature"]
            .ShouldBe(OfOther);

    [Fact]
    public void Two_keys_sign_both_so_that_one_can_replace_the_other() =>
        Sign($"{Key}  {Old} ")["webhook-signature"].ShouldBe($"{Signature} {Sign(Old)["webhook-signature"]}");

    [Fact]
    public void Id_and_time_are_inside_the_signature()
    {
        string[] all =
        [
            Sign(Key)["webhook-signature"],
            Sign(Key, id: "another")["webhook-signature"],
            Sign(Key, at: Time.AddSeconds(1))["webhook-signature"],
            Sign(Key, body: """{"test":2432232314}""")["webhook-signature"],
        ];

        all.ShouldBeUnique();
    }

    [Fact]
    public void Without_a_key_there_are_id_and_time_alone()
    {
        foreach (var keys in (string[])["", " ", "   "])
        {
            Sign(keys).ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["webhook-id"] = Id,
                ["webhook-timestamp"] = "1614265330",
            });
        }
    }

    [Theory]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64!")]
    [InlineData("whsec_====")]
    [InlineData("\ud83d")]
    public void No_key_throws(string keys) => Sign(keys).ShouldContainKey("webhook-signature");

    private static Dictionary<string, string> Sign(
        string keys, string id = Id, DateTimeOffset? at = null, string body = """{"test": 2432232314}""") =>
        WebhookSignature.Headers(keys, id, at ?? Time, Encoding.UTF8.GetBytes(body))
            .ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
}
