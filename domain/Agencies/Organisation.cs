using System.Collections.Frozen;
using Supervision.Language;

namespace Supervision.Agencies;

/// <summary>The agencies of a city (组织机构), fixed once read. Found by code, or by any exact spelling.</summary>
public sealed partial class Organisation
{
    private readonly FrozenDictionary<AgencyCode, Agency> _byCode;
    private readonly FrozenDictionary<string, Agency> _bySpelling;

    private Organisation(IReadOnlyList<Agency> agencies)
    {
        All = agencies;
        _byCode = agencies.ToFrozenDictionary(agency => agency.Code);
        _bySpelling = agencies
            .SelectMany(agency => agency.Spellings, (agency, spelling) => (spelling, agency))
            .ToFrozenDictionary(pair => pair.spelling, pair => pair.agency);
    }

    /// <summary>All agencies in the order of the data, which is the order of protocol (排序) on screens.</summary>
    public IReadOnlyList<Agency> All { get; }

    public Agency? Find(AgencyCode code) => _byCode.GetValueOrDefault(code);

    public bool IsKnown(AgencyCode code) => _byCode.ContainsKey(code);

    /// <summary>The agency with this very name, short form or alias; spaces do not matter, parts do not match.</summary>
    /// <remarks>
    /// A part of a name is no name: 新县 is not meant by 创新县域, nor 息县 by 息县港. Finding names inside a
    /// sentence needs a gazetteer and a person.
    /// </remarks>
    public Agency? OfName(string text) =>
        _bySpelling.GetValueOrDefault(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
}
