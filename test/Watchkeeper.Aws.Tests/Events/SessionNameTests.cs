using Shouldly;
using Watchkeeper.Aws.Events.Trails;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class SessionNameTests
{
    private const string Role = "arn:aws:iam::123456789012:role/deploy";

    [Theory]
    [InlineData("mira")]
    [InlineData("Jonas.Berger")]
    [InlineData("jonas_berger")]
    [InlineData("jberger2")]
    [InlineData("u123456")]
    [InlineData("mira@example.com")]
    [InlineData("12345678@example.com")]
    [InlineData("deploy-session")]
    [InlineData("watchkeeper-ReactFunction")]
    [InlineData("Ädä")]
    public void A_chosen_or_stable_name_identifies_the_person(string session) =>
        SessionName.IsMadeByMachine(session, Role).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("botocore-session-1699000000")]
    [InlineData("aws-sdk-js-1699000000000")]
    [InlineData("aws-sdk-js-session")]
    [InlineData("aws-sdk-java-1699000000000")]
    [InlineData("aws-go-sdk-1699000000000000000")]
    [InlineData("AWSCLI-Session")]
    [InlineData("AWSCodeBuild-5f1c2d3e-0000-4000-8000-1234567890ab")]
    [InlineData("GitHubActions")]
    [InlineData("github-actions-8123456789")]
    [InlineData("terraform")]
    [InlineData("TerraformCloud-run")]
    [InlineData("i-0abcd1234ef567890")]
    [InlineData("1699000000000000000")]
    [InlineData("5f1c2d3e-0000-4000-8000-1234567890ab")]
    [InlineData("5f1c2d3e0000400080001234567890ab")]
    [InlineData("2026-11-27T10-15-00")]
    [InlineData("deploy-20261127")]
    [InlineData("run20261127101500")]
    [InlineData("pipeline-4711")]
    [InlineData("release_v12_a1b2c3d4")]
    [InlineData("eks-shop-checkout-7f9c-5f1c2d3e")]
    [InlineData("Xy7Kd02LmQp9ZtVb")]
    public void A_generated_name_identifies_nobody(string session) => SessionName.IsMadeByMachine(session, Role).ShouldBeTrue();

    [Theory]
    [InlineData("12345678")]
    [InlineData("terraform")]
    [InlineData("a1b2c3d4")]
    public void A_session_of_single_sign_on_is_a_user_whatever_its_name_looks_like(string session) =>
        SessionName.IsMadeByMachine(
            session, "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef")
            .ShouldBeFalse();
}
