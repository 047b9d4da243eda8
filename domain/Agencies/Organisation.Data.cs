using System.Text.Json;
using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Agencies;

/// <remarks>How the data becomes an organisation, and what is wrong with data that cannot.</remarks>
public sealed partial class Organisation
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<Organisation> FromAssembly = new(() => Parse(ReadResource()));

    /// <summary>The organisation that comes with the program: the agencies of Xinyang.</summary>
    public static Organisation Shipped => FromAssembly.Value;

    /// <summary>Reads <c>{"agencies": [{"code": "education", "name": "信阳市教育局", "kind": "department", …}]}</c>.</summary>
    /// <exception cref="FormatException">The data contradicts itself; the message names the agency and the way out.</exception>
    public static Organisation Parse(string json)
    {
        var agencies = ReadEntries(json).Select(ToAgency).ToList();
        RefuseTwice(agencies.Select(agency => (agency.Code.Value, agency)), "code");
        RefuseTwice(agencies.SelectMany(agency => agency.Spellings, (agency, name) => (name, agency)), "name or alias");
        RefuseLostParents(agencies);
        return new Organisation(agencies);
    }

    private static IReadOnlyList<Entry> ReadEntries(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<File>(json, Format)?.Agencies
                ?? throw new FormatException("An organisation is an object with a list \"agencies\".");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"This is no organisation: {problem.Message}", problem);
        }
    }

    private static Agency ToAgency(Entry entry)
    {
        if (!AgencyCode.TryParse(entry.Code, null, out var code))
        {
            throw new FormatException(
                $"\"{entry.Code}\" ({entry.Name}) is no agency code; use at most {AgencyCode.LengthMax} lower-case "
                + "letters, digits or hyphens.");
        }

        if (string.IsNullOrWhiteSpace(entry.Name) || entry.Kind is not { } kind)
            throw new FormatException($"The agency \"{code}\" has no name or no kind; give it both.");

        return new Agency(
            code, entry.Name, entry.English ?? code.Value, kind, entry.Aliases ?? [], entry.Parent, entry.Short ?? entry.Name);
    }

    private static void RefuseTwice(IEnumerable<(string Key, Agency Agency)> entries, string what)
    {
        var seen = new Dictionary<string, Agency>();
        foreach (var (key, agency) in entries)
        {
            if (!seen.TryAdd(key, agency))
            {
                throw new FormatException(
                    $"The {what} \"{key}\" is used by both {seen[key].Name} and {agency.Name}; leave it to one of them.");
            }
        }
    }

    private static void RefuseLostParents(List<Agency> agencies)
    {
        var byCode = agencies.ToDictionary(agency => agency.Code);
        foreach (var agency in agencies)
        {
            var seen = new HashSet<AgencyCode>();
            for (var at = agency; at.Parent is { } parent; at = byCode[parent])
            {
                if (!byCode.ContainsKey(parent))
                    throw new FormatException($"{at.Name} has the unknown parent \"{parent}\"; add it or correct the code.");
                if (!seen.Add(at.Code))
                    throw new FormatException($"{agency.Name} is its own ancestor through \"{parent}\"; break the circle.");
            }
        }
    }

    private static string ReadResource()
    {
        using var stream = typeof(Organisation).Assembly
            .GetManifestResourceStream("Supervision.Agencies.organisation.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record File(IReadOnlyList<Entry>? Agencies);

    private sealed record Entry(
        string? Code,
        string? Name,
        string? English,
        AgencyKind? Kind,
        IReadOnlyList<string>? Aliases,
        AgencyCode? Parent,
        string? Short);
}
