using System.Globalization;
using Watchkeeper.Signals;

namespace Watchkeeper.Health;

/// <summary>What a Health event is about, as people name it.</summary>
internal static class HealthThing
{
    /// <summary>
    /// The name of the first resource and the number of others: «shop-order-1 and 2 more». Without a
    /// resource a word for the service's resources, such as «instances».
    /// </summary>
    public static string Of(Subject subject, bool chinese)
    {
        var name = Named(subject);
        return name.Length > 0 ? name + Others(subject.Labels[SubjectLabels.Entities], chinese) : Kind(subject, chinese);
    }

    /// <summary>The same, but empty without a resource.</summary>
    public static string OfOrNone(Subject subject, bool chinese) => Named(subject).Length > 0 ? Of(subject, chinese) : "";

    /// <summary>An id or ARN without the parts that every resource of the account shares.</summary>
    internal static string Short(string resource)
    {
        const string latest = ":$LATEST";
        var text = resource.EndsWith(latest, StringComparison.Ordinal) ? resource[..^latest.Length] : resource;
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
            return text.Replace('|', '/');
        // Certificates and load balancers have a slash, databases and functions a colon.
        var name = text[(text.LastIndexOfAny(['/', ':']) + 1)..];
        return name.Length > 0 ? name : text;
    }

    private static string Named(Subject subject)
    {
        var id = Short(subject.Resource);
        var name = subject.Labels[SubjectLabels.ResourceName];
        // A title has little room: the id stands among the fields.
        return name.Length == 0 ? id : name;
    }

    private static string Others(string entities, bool chinese) => entities switch
    {
        [.., '+'] => chinese ? " 等多个资源" : " and others",
        _ when int.TryParse(entities, CultureInfo.InvariantCulture, out var all) && all > 1 =>
            chinese ? $" 等 {all} 个资源" : $" and {all - 1} more",
        _ => "",
    };

    private static string Kind(Subject subject, bool chinese)
    {
        var (english, inChinese) = subject.Labels[SubjectLabels.AwsService] switch
        {
            "EC2" => ("instances", "实例"),
            "EBS" => ("volumes", "卷"),
            "RDS" => ("databases", "数据库"),
            "ELASTICACHE" => ("caches", "缓存"),
            "LAMBDA" => ("functions", "函数"),
            "DIRECTCONNECT" or "VPN" => ("connections", "连接"),
            "EKS" or "ECS" or "REDSHIFT" or "MSK" => ("clusters", "集群"),
            "ACM" => ("certificates", "证书"),
            "S3" => ("buckets", "存储桶"),
            "ABUSE" => ("the account", "账户"),
            "RISK" => ("credentials", "凭证"),
            _ => ("resources", "资源"),
        };
        return chinese ? inChinese : english;
    }
}
