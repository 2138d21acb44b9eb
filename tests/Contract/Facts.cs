namespace HelpDesk.Contract;

/// <summary>Small facts, as the product's workflows pass them: text, a number, a moment, a choice, a list, something absent.</summary>
public sealed record Facts(string Name, int Count, DateTimeOffset At, DayOfWeek Day, IReadOnlyList<string> Parts, string? Absent);
