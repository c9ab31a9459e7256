using System.Reflection;

namespace Watchkeeper.Packages.Tests.Surface;

/// <summary>
/// The members of an assembly that callers and subclasses can use, one line each, in the form of the lists beside it.
/// </summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> List(Assembly assembly) => assembly.GetExportedTypes().SelectMany(List);

    public static IEnumerable<string> List(Type type) =>
    [
        Header(type),
        .. type.GetConstructors(Declared).Where(IsReachable).Select(one => $"{Owner(one)}ctor({Parameters(one)}) {Access(one)}"),
        .. type.GetFields(Declared).Where(one => one.IsPublic || one.IsFamily || one.IsFamilyOrAssembly).Select(Field),
        .. type.GetProperties(Declared).Where(one => one.GetAccessors(nonPublic: true).Any(IsReachable)).Select(Property),
        .. type.GetEvents(Declared).Where(one => IsReachable(one.AddMethod))
            .Select(one => $"{Owner(one)}event {SurfaceNames.For(one.EventHandlerType!)} {one.Name}"),
        .. type.GetMethods(Declared)
            .Where(one => IsReachable(one) && (!one.IsSpecialName || one.Name.StartsWith("op_", StringComparison.Ordinal)))
            .Select(Method),
    ];

    private static string Header(Type type)
    {
        var interfaces = string.Join(',', type.GetInterfaces().Select(SurfaceNames.For).Order(StringComparer.Ordinal));
        var bases = type.BaseType is { } parent ? SurfaceNames.For(parent) : "";
        return $"{SurfaceNames.Attributes(type)}{Kind(type)} {SurfaceNames.For(type)} : {bases} {interfaces}".TrimEnd();
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Field(FieldInfo field) =>
        $"{Owner(field)}field {SurfaceNames.For(field.FieldType)} "
            + $"{field.Name}{(field.IsLiteral ? $"={Convert.ToInt64(field.GetRawConstantValue(), null)}" : "")}";

    private static string Property(PropertyInfo property)
    {
        var get = IsReachable(property.GetMethod) ? "get" : "";
        var set = IsReachable(property.SetMethod) ? "set" : "";
        return $"{Owner(property)}prop {SurfaceNames.For(property.PropertyType)} {property.Name} {{{get} "
            + $"{set}}}{Body(property.GetMethod ?? property.SetMethod!)}";
    }

    private static string Method(MethodInfo method)
    {
        var kind = method.IsStatic ? "static " : method.IsVirtual && !method.IsFinal ? "virtual " : "";
        var generic = method.IsGenericMethod
            ? $"<{string.Join(',', method.GetGenericArguments().Select(SurfaceNames.For))}>"
            : "";
        return $"{Owner(method)}{kind}{SurfaceNames.For(method.ReturnType)} {method.Name}{generic}({Parameters(method)}) "
            + $"{Access(method)}{Body(method)}";
    }

    private static string Owner(MemberInfo member) =>
        $"{SurfaceNames.Attributes(member)}{SurfaceNames.For(member.DeclaringType!)}::";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var how = parameter.IsDefined(typeof(ParamArrayAttribute))
            ? "params "
            : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        var value = parameter.HasDefaultValue ? $"={parameter.DefaultValue ?? "null"}" : "";
        return $"{how}{SurfaceNames.For(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    /// <summary>Whether an implementation of the interface must write the member.</summary>
    private static string Body(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: false } => "",
        { IsAbstract: true } => " abstract",
        _ => " default",
    };

    private static bool IsReachable(MethodBase? method) =>
        method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };
}
