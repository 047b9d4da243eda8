namespace Supervision.Agencies;

/// <summary>What an agency is to the office. Names are strings in data: add at the end, never rename.</summary>
[GenerateSerializer, Alias("AgencyKind")]
public enum AgencyKind
{
    /// <summary>督查室.</summary>
    SupervisionOffice,

    /// <summary>市直部门, and the other bodies which the city holds responsible directly.</summary>
    Department,

    /// <summary>县区: a county or a district.</summary>
    County,

    /// <summary>开发区, 管理区, 新区 and the like.</summary>
    Zone,

    /// <summary>考核委员会 and other bodies that decide together.</summary>
    Committee,

    /// <summary>市领导.</summary>
    Leadership,
}
