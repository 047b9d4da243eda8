using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Supervision.Language;

namespace Supervision.Api.Problems;

/// <summary>The forms that fields of a body can have, in words.</summary>
internal static class FieldWords
{
    public static Term Form(Type type)
    {
        var known = Nullable.GetUnderlyingType(type) ?? type;
        var info = ApiJson.Options.GetTypeInfo(known);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => OfObject(info),
            JsonTypeInfoKind.Enumerable => OfList(info.ElementType!),
            _ => Of(known),
        };
    }

    /// <summary>A single value.</summary>
    public static Term Of(Type type) =>
        type.IsEnum ? OneOf(Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.Serialize(value, type, ApiJson.Options).Trim('"')))
        : type == typeof(DateOnly) ? new("日期，写作 \"2026-06-30\"", "a day, written \"2026-06-30\"")
        : type == typeof(DateTimeOffset) ? new("时间，写作 \"2026-06-30T09:00:00+08:00\"", "an instant, written \"2026-06-30T09:00:00+08:00\"")
        : type == typeof(bool) ? new("true 或 false", "true or false")
        : type == typeof(int) || type == typeof(long) ? new("整数，不加引号", "a whole number without quotes")
        : type == typeof(decimal) || type == typeof(double) ? new("数值，不加引号", "a number without quotes")
        : type == typeof(string) ? new("文字", "text")
        : type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ITextId<>)) ? new("编号：小写字母、数字和连字符，加引号", "an id in quotes: lower-case letters, digits and hyphens")
        : new("形式见接口文档", "the form that the API's documentation gives");

    public static Term OneOf(IEnumerable<string> values)
    {
        var all = string.Join(", ", values);
        return new($"下列之一：{all}", $"one of: {all}");
    }

    public static Term OfObject(JsonTypeInfo info) => new($"对象，含 {FieldsOf(info)}", $"an object with {FieldsOf(info)}");

    public static Term OfList(Type element)
    {
        var of = Form(element);
        return new($"列表 […]，每项为{of.Chinese}", $"a list […], each of it {of.English}");
    }

    public static Term Unknown(JsonTypeInfo info) => new($"没有这个字段；可用：{FieldsOf(info)}", $"there is no such field; there are: {FieldsOf(info)}");

    public static Term Needed(Term form) => new($"必填：{form.Chinese}", $"it is required: {form.English}");

    // The key stands in a header.
    private static string FieldsOf(JsonTypeInfo info) =>
        info.PolymorphismOptions is { } kinds ? kinds.TypeDiscriminatorPropertyName + ", …"
        : string.Join(", ", info.Properties.Where(property => property.PropertyType != typeof(CommandKey)).Select(property => property.Name));
}
