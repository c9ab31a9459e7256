using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Secrets;
using Xunit;

namespace Watchkeeper.Tests.Secrets;

public sealed class SecretValueTests
{
    private const string Canary = "canary-7f3a@example.com";

    private static SecretReference Reference { get; } = SecretReferenceTests.Parse("secretsmanager:watchkeeper/mail#address");

    private static SecretValue Value { get; } = Read(Canary);

    [Fact]
    public void Only_reveal_returns_the_value()
    {
        Value.Reveal().ShouldBe(Canary);
        Value.Reference.ShouldBe(Reference);
    }

    [Fact]
    public void A_secret_prints_as_its_reference()
    {
        Value.ToString().ShouldBe(Reference.Text);
        $"{Value}".ShouldBe(Reference.Text);
        new SecretResult.Found(Value).ToString().ShouldBe($"Found {{ Value = {Reference} }}");
        new InvalidOperationException($"cannot use {Value}").Message.ShouldBe($"cannot use {Reference}");
        JsonSerializer.Serialize(new { Value }, JsonSerializerOptions.Default).ShouldBe($$"""{"Value":"{{Reference}}"}""");
        Should.Throw<NotSupportedException>(
            () => JsonSerializer.Deserialize<SecretValue>("\"x\"", JsonSerializerOptions.Default));
    }

    [Fact]
    public void The_debugger_shows_the_reference_and_hides_the_field()
    {
        typeof(SecretValue).GetCustomAttribute<DebuggerDisplayAttribute>().ShouldNotBeNull()
            .Value.ShouldBe("{Reference.Text,nq}");
        var fields = typeof(SecretValue).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(string)).ToArray();
        fields.ShouldHaveSingleItem().GetCustomAttribute<DebuggerBrowsableAttribute>().ShouldNotBeNull()
            .State.ShouldBe(DebuggerBrowsableState.Never);
        typeof(SecretValue).GetProperties().Select(property => property.Name).ShouldBe([nameof(SecretValue.Reference)]);
    }

    [Fact]
    public void Two_secrets_are_compared_without_being_shown()
    {
        Value.HasValueOf(Read(Canary)).ShouldBeTrue();
        Value.HasValueOf(Read(Canary + "x")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Canary, "the recipient canary-7f3a@example.com is not verified", "the recipient {0} is not verified")]
    [InlineData(Canary, "CANARY-7F3A@EXAMPLE.COM", "{0}")]
    [InlineData("Ops Canary <canary-7f3a@example.com>", "refused: canary-7f3a@example.com", "refused: {0}")]
    [InlineData("Ops Canary <canary-7f3a@example.com>", "refused: Ops Canary <canary-7f3a@example.com>", "refused: {0}")]
    [InlineData(Canary, "bad parameter: canary-7f3a@exa…", "bad parameter: {0}…")]
    [InlineData("watchkeeper", "watchkeeper and watchkeeper", "{0} and {0}")]
    [InlineData(Canary, "nothing of it", "nothing of it")]
    public void A_text_that_repeats_the_value_shows_the_reference(string value, string text, string shown) =>
        Read(value).Hide(text).ShouldBe(string.Format(null, shown, Reference));

    private static SecretValue Read(string value) => SecretText
        .Read(Reference, JsonSerializer.Serialize(new Dictionary<string, string> { ["address"] = value }))
        .ShouldBeOfType<SecretResult.Found>().Value;
}
