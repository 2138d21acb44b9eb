namespace HelpDesk.Web.SignIn;

/// <summary>A simulated person one can sign in as.</summary>
/// <param name="ObjectId">Object id in the simulated tenant.</param>
/// <param name="Name">Display name.</param>
/// <param name="UserPrincipalName">User principal name.</param>
/// <param name="Title">Job title; null when there is none.</param>
/// <param name="Roles">What they may do here, for people: <c>Security approvers</c>, <c>Manager of 7</c>.</param>
public sealed record SignInChoice(string ObjectId, string Name, string UserPrincipalName, string? Title, IReadOnlyList<string> Roles);
