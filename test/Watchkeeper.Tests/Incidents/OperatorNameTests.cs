using Shouldly;
using Watchkeeper.Incidents;
using Xunit;

namespace Watchkeeper.Tests.Incidents;

public class OperatorNameTests
{
    [Theory]
    [InlineData("kim", "kim")]
    [InlineData("", "")]
    [InlineData("anna (arn:aws:iam::123456789012:user/anna)", "anna")]
    [InlineData("anna (arn:aws:sts::123456789012:assumed-role/Admin/anna)", "anna")]
    [InlineData("anna (arn:aws-cn:iam::210987654321:user/anna)", "anna (210987654321)")]
    [InlineData("root of 210987654321 (arn:aws:iam::210987654321:root)", "root of 210987654321")]
    [InlineData("(arn:aws:iam::123456789012:user/anna)", "(arn:aws:iam::123456789012:user/anna)")]
    [InlineData("anna (arn:aws:iam::123456789012:user/an…", "anna (arn:aws:iam::123456789012:user/an…")]
    [InlineData("anna (arn:)", "anna")]
    [InlineData("anna (of the night shift)", "anna (of the night shift)")]
    public void A_name_is_shown_without_its_ARN_and_with_a_foreign_account(string recorded, string shown) =>
        OperatorName.Shorten(recorded, "123456789012").ShouldBe(shown);

    [Fact]
    public void An_incident_without_an_account_has_no_foreign_operators() =>
        OperatorName.Shorten("anna (arn:aws:iam::210987654321:user/anna)", "").ShouldBe("anna");

    [Theory]
    [InlineData(DecisionReason.Commented, "anna (arn:aws:iam::123456789012:user/anna): see run: 7", "anna: see run: 7")]
    [InlineData(DecisionReason.Acknowledged, "anna (arn:aws:iam::123456789012:user/anna)", "anna")]
    [InlineData(DecisionReason.ResolvedByPerson, "kim: checked", "kim: checked")]
    [InlineData(DecisionReason.Repeated, "muted by x (arn:aws:sns:a:b:c)", "muted by x (arn:aws:sns:a:b:c)")]
    public void Only_the_words_of_an_operator_are_shortened(DecisionReason reason, string recorded, string shown) =>
        OperatorName.ShortenWords(reason, recorded, "123456789012").ShouldBe(shown);
}
