using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy.Questions;

namespace HelpDesk.Orchestrations.Tests.Conversation;

/// <summary>A deadline counts the hours in which people work, in their own time zone.</summary>
public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Berlin = WorkCalendar.Default with
    {
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        Closed = new HashSet<DateOnly> { new(2026, 12, 25) },
    };

    [Theory]
    [InlineData("2026-11-24T09:00Z", 8, "2026-11-24T17:00Z", "the same day, to its last minute")]
    [InlineData("2026-11-24T16:30Z", 8, "2026-11-25T14:30Z", "over a night: half an hour is left of today")]
    [InlineData("2026-11-27T16:00Z", 2, "2026-11-30T08:00Z", "over a weekend: ends when Monday begins")]
    [InlineData("2026-11-28T12:00Z", 1, "2026-11-30T08:00Z", "asked on a Saturday")]
    [InlineData("2026-12-24T16:00Z", 2, "2026-12-28T08:00Z", "over a closed day and a weekend")]
    [InlineData("2026-03-27T16:30Z", 1, "2026-03-30T06:30Z", "over the night in which the clock is put forward")]
    [InlineData("2026-10-23T15:30Z", 1, "2026-10-26T07:30Z", "over the night in which it is put back")]
    public void After_CountsWorkingTimeOnly(string from, int hours, string expected, string why) =>
        Berlin.After(Moment(from), TimeSpan.FromHours(hours)).ShouldBe(Moment(expected), why);

    [Fact]
    public void After_AllDaysClosed_StillEnds() =>
        (Berlin with { Days = new HashSet<DayOfWeek>() }).After(Moment("2026-11-24T09:00Z"), TimeSpan.FromHours(1)).ShouldBeGreaterThan(Moment("2027-11-24T09:00Z"));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
