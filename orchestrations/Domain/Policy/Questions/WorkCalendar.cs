namespace HelpDesk.Orchestrations.Domain.Policy.Questions;

/// <summary>When people work: what "within eight hours" means for somebody who goes home at six.</summary>
/// <param name="Zone">The time zone of all of it.</param>
/// <param name="Days">Days of the week.</param>
/// <param name="From">When a day begins.</param>
/// <param name="Until">When it ends; later than <paramref name="From"/>.</param>
/// <param name="Closed">Days on which no one works.</param>
public sealed record WorkCalendar(TimeZoneInfo Zone, IReadOnlySet<DayOfWeek> Days, TimeOnly From, TimeOnly Until, IReadOnlySet<DateOnly> Closed)
{
    // A year of closed days in a row is a mistake that the loader refuses; this only ends the loop.
    private const int MostDays = 800;

    /// <summary>Monday to Friday, 8 to 18 o'clock UTC.</summary>
    public static WorkCalendar Default { get; } = new(
        TimeZoneInfo.Utc, new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }, new TimeOnly(8, 0), new TimeOnly(18, 0), new HashSet<DateOnly>());

    /// <summary>The moment at which so much working time is over, UTC.</summary>
    /// <param name="from">From when it counts, UTC.</param>
    /// <param name="work">How much working time.</param>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan work)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, Zone).DateTime);
        for (var days = 0; days < MostDays; days++, day = day.AddDays(1))
        {
            if (!Days.Contains(day.DayOfWeek) || Closed.Contains(day))
                continue;
            var (opens, closes) = (Moment(day, From), Moment(day, Until));
            var begin = opens > from ? opens : from;
            if (begin >= closes)
                continue;
            if (closes - begin >= work)
                return (begin + work).ToUniversalTime();
            work -= closes - begin;
        }

        return from + TimeSpan.FromDays(MostDays);
    }

    // An hour that the clock leaps over in spring is taken as the first one after it.
    private DateTimeOffset Moment(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }
}
