namespace HelpDesk.Simulator.Chats;

/// <summary>A message of a direct conversation between a person and the bot.</summary>
/// <param name="Id">Grows, unique in its chat system.</param>
/// <param name="PersonId">Object id of the person.</param>
/// <param name="IsFromBot">True when the product wrote it.</param>
/// <param name="Text">As a person sees it.</param>
/// <param name="Buttons">What can be pressed; empty once they were taken off.</param>
/// <param name="At">UTC.</param>
public sealed record ChatMessage(string Id, string PersonId, bool IsFromBot, string Text, IReadOnlyList<ChatButton> Buttons, DateTimeOffset At)
{
    /// <summary>Where a link of it leads; null without one.</summary>
    public string? Link { get; init; }

    /// <summary>True when it was changed after it was posted.</summary>
    public bool IsEdited { get; init; }
}

/// <summary>A button of a message.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Value">What is sent when it is pressed.</param>
public sealed record ChatButton(string Title, string Value);
