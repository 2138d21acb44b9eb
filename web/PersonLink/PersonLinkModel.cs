namespace HelpDesk.Web.PersonLink;

/// <summary>What the requester's page shows.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">What people call the ticket.</param>
/// <param name="Token">The token of the link.</param>
/// <param name="IsAsked">True when a person was already requested.</param>
/// <param name="IsOver">True when automation has ended anyway.</param>
public sealed record PersonLinkModel(string CaseId, string Number, string Token, bool IsAsked, bool IsOver)
{
    /// <summary>The token by which this requester says that the request is not theirs.</summary>
    public string NotMeToken { get; init; } = "";
}
