using Shouldly;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class ResourceNameTests
{
    [Theory]
    [InlineData("main", "main")]
    [InlineData("arn:aws:cloudtrail:eu-central-1:123456789012:trail/main", "main")]
    [InlineData("arn:aws-cn:cloudtrail:cn-north-1:123456789012:trail/main", "main")]
    [InlineData("arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab", "1234abcd-12ab")]
    [InlineData("arn:aws:lambda:eu-central-1:123456789012:function:checkout", "checkout")]
    [InlineData("arn:aws:lambda:eu-central-1:123456789012:function:checkout:live", "checkout:live")]
    [InlineData("arn:aws:rds:eu-central-1:123456789012:snapshot:nightly", "nightly")]
    [InlineData("arn:aws:dynamodb:eu-central-1:123456789012:table/orders", "orders")]
    [InlineData("arn:aws:iam::aws:policy/job-function/Billing", "job-function/Billing")]
    [InlineData("arn:aws:s3:::shop-images", "shop-images")]
    [InlineData("arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/db-AbC123", "prod/db")]
    [InlineData("arn:aws:secretsmanager:eu-central-1:123456789012:secret:db", "db")]
    [InlineData("prod/db-AbC123", "prod/db-AbC123")]
    [InlineData("arn:aws:iam::123456789012:root", "123456789012")]
    [InlineData("arn:aws:iam::123456789012:user/root", "root")]
    [InlineData("arn:aws:iam", "arn:aws:iam")]
    [InlineData("arn:aws:iam::123456789012:user/", "arn:aws:iam::123456789012:user/")]
    [InlineData("https://id.example.com", "https://id.example.com")]
    [InlineData("", "")]
    public void A_name_and_an_ARN_of_one_thing_are_equal(string value, string name) => ResourceName.From(value).ShouldBe(name);
}
