namespace HelpDesk.Adapters.ServiceNow;

/// <summary>Settings of ServiceNow, section <c>ServiceNow</c>. No section = no ServiceNow.</summary>
public sealed class ServiceNowOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ServiceNow";

    /// <summary>Address of the instance, <c>https://example.service-now.com</c>. Required.</summary>
    public string InstanceUrl { get; set; } = "";

    /// <summary>Client id of the OAuth application (client credentials grant). Required.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret. Required.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// <c>user_name</c> of the user the OAuth application runs as. By it our own tickets, comments and notes are told from those of
    /// people (<c>sys_created_by</c>). Required.
    /// </summary>
    public string IntegrationUserName { get; set; } = "";

    /// <summary>
    /// Stored value of <c>close_code</c> for what was solved. Instance data: recent instances know <c>Solution provided</c>, older
    /// ones <c>Solved (Permanently)</c>. Default <c>Solution provided</c>.
    /// </summary>
    public string ResolutionCode { get; set; } = "Solution provided";

    /// <summary>Stored value of <c>state</c> that means resolved. Default <c>6</c>.</summary>
    public string ResolvedState { get; set; } = "6";

    /// <summary>Stored value of <c>state</c> into which an incident goes whose requester says that it is not solved. Default <c>2</c>, in progress.</summary>
    public string ReopenedState { get; set; } = "2";

    /// <summary>Stored values of <c>state</c> that mean closed or cancelled. Default 7 and 8.</summary>
    public IList<string> ClosedStates { get; } = [];

    /// <summary>Stored values of <c>state</c> in which an incident waits for somebody outside. Default 3.</summary>
    public IList<string> OnHoldStates { get; } = [];

    /// <summary>Further condition on what is listed, an encoded query such as <c>category=inquiry</c>. Default none.</summary>
    public string? ListQuery { get; set; }

    /// <summary>Time-out of one request. Default 30 s: what ServiceNow itself allows for an outbound call. 1 s to 5 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
