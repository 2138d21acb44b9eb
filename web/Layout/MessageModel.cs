namespace HelpDesk.Web.Layout;

/// <summary>What <see cref="MessagePage"/> says.</summary>
/// <param name="Status">HTTP status; shown when it is an error.</param>
/// <param name="Title">What happened.</param>
/// <param name="Text">Why, and what to do next.</param>
/// <param name="Link">Where to go on; null = the home page.</param>
/// <param name="LinkText">What the link says.</param>
public sealed record MessageModel(int Status, string Title, string Text, string? Link, string? LinkText);
