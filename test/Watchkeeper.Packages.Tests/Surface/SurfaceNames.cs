using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Serialization;
using System.Runtime.Versioning;
using System.Text.Json.Serialization;

namespace Watchkeeper.Packages.Tests.Surface;

/// <summary>Formats types and attributes as in the lists.</summary>
internal static class SurfaceNames
{
    /// <summary>Attributes that change the JSON, or the warnings of a caller's build.</summary>
    private static readonly Type[] ReportingTypes =
    [
        typeof(DataContractAttribute), typeof(DataMemberAttribute), typeof(JsonPropertyNameAttribute),
        typeof(JsonConverterAttribute),
        typeof(ObsoleteAttribute), typeof(RequiresPreviewFeaturesAttribute), typeof(ExperimentalAttribute),
    ];

    public static string For(Type type)
    {
        if (type.IsByRef)
            return For(type.GetElementType()!);
        if (type.IsArray)
            return $"{For(type.GetElementType()!)}[]";
        if (type.IsGenericParameter)
            return type.Name;
        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(',', type.GetGenericArguments().Select(For))}>" : name;
    }

    public static string Attributes(MemberInfo member) => string.Concat(member.GetCustomAttributesData()
        .Where(one => ReportingTypes.Contains(one.AttributeType))
        .Select(one => one.AttributeType == typeof(JsonPropertyNameAttribute)
            ? $"[{one.AttributeType.Name}({one.ConstructorArguments[0].Value})]"
            : $"[{one.AttributeType.Name}]")
        .Order(StringComparer.Ordinal));
}
