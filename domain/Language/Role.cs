namespace Supervision.Language;

/// <summary>Posts and rights on a matter. The table role × command × scope stands in tests/ and is the reference.</summary>
public enum Role
{
    /// <summary>承办人: works on a task inside an agency.</summary>
    Handler,

    /// <summary>联络员: speaks for an agency.</summary>
    Liaison,

    /// <summary>单位主要负责人 (第一责任人): heads an agency.</summary>
    AgencyHead,

    /// <summary>分管领导: a leader of the government with a portfolio of agencies.</summary>
    LeaderInCharge,

    /// <summary>督查室工作人员: keeps the register.</summary>
    OfficeClerk,

    /// <summary>督查室负责人: approves what goes out of the office.</summary>
    OfficeDirector,

    /// <summary>考核评委.</summary>
    Evaluator,

    /// <summary>审计管理员: reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>流程设计员: drafts and publishes workflow definitions.</summary>
    Designer,

    /// <summary>系统管理员: opens and closes accounts, sees no business.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: grants roles, sees no business.</summary>
    SecurityAdministrator,

    /// <summary>The clock of a shard; minted by the silo alone.</summary>
    Clock,

    /// <summary>A follower of the feed; minted by the silo alone.</summary>
    Follower,

    /// <summary>Fills a new store with its first accounts and definitions; minted by the silo alone.</summary>
    Founder,

    /// <summary>The gateway itself: asks an account to check a password, reads the feeds, and notes what it has rolled up from them.</summary>
    Gateway,
}
