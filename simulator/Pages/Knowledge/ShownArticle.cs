namespace HelpDesk.Simulator.Pages.Knowledge;

/// <summary>One article as the pages show it.</summary>
/// <param name="System">The system.</param>
/// <param name="Id">Id there.</param>
/// <param name="Name">Number or place.</param>
/// <param name="Title">Title.</param>
/// <param name="Language">Language; empty when it is not said.</param>
/// <param name="State">State as the system calls it.</param>
/// <param name="Version">Version.</param>
/// <param name="Text">Its text in the system's own format.</param>
public sealed record ShownArticle(string System, string Id, string Name, string Title, string Language, string State, string Version, string Text);
