namespace HelpDesk.Orchestrations.Foundation.Telemetry;

/// <summary>Names of what the product tells about itself; docs/telemetry.md explains each, and a test compares. Names are in alerts: never change them.</summary>
public static class ProductTelemetry
{
    /// <summary>The activity source of the product's own spans.</summary>
    public const string SourceName = "HelpDesk";

    /// <summary>The meter of the product's own figures; intake has one of its own.</summary>
    public const string MeterName = "HelpDesk";

    /// <summary>Version of the OpenTelemetry semantic conventions for generative AI and for messaging that the names follow.</summary>
    public const string ConventionsVersion = "1.37.0";

    /// <summary>Attribute: the case, the ticket system and the id there.</summary>
    public const string Case = "helpdesk.case.id";

    /// <summary>Attribute: the workflow instance of a step.</summary>
    public const string Instance = "helpdesk.workflow.instance_id";

    /// <summary>Which question a requester was asked.</summary>
    public const string Question = "helpdesk.question";

    /// <summary>Attribute: what became of something, one of a small fixed set of words.</summary>
    public const string Outcome = "helpdesk.outcome";

    /// <summary>Attribute: the remediation, such as <c>device.wipe</c>.</summary>
    public const string Remediation = "helpdesk.remediation";

    /// <summary>Attribute: the model that answered, such as <c>azure-openai:gpt-4o</c> or <c>embedded</c>.</summary>
    public const string Model = "helpdesk.triage.model";

    /// <summary>Attribute: why triage abstained, one of the abstention reasons.</summary>
    public const string Reason = "helpdesk.triage.reason";

    /// <summary>Attribute: the class of requests that a limit is for, such as <c>identity</c>.</summary>
    public const string Quota = "helpdesk.graph.class";

    /// <summary>Attribute: whose work it is, <c>single</c> or <c>bulk</c>.</summary>
    public const string Priority = "helpdesk.priority";

    /// <summary>Attribute: kind of an audit entry.</summary>
    public const string AuditKind = "helpdesk.audit.kind";
}
