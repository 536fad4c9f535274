using Deliberation.Domain;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Features.Verify.Ledger;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Messaging;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>
/// The one door to what is kept. Saving writes the changes, their public acts and the events to tell, in one
/// transaction; then tells them. Sets are reached with <c>db.Set&lt;Noun&gt;()</c>: each feature maps its own.
/// </summary>
internal sealed class DeliberationDb(
    DbContextOptions<DeliberationDb> options,
    WriterQueue writers,
    EventOutbox outbox,
    PublicStamp stamp
) : IdentityUserContext<Person, Guid>(options)
{
    private IDisposable? heldTurn;
    private bool isPublicTouched;
    private bool isTrackerTouched;

    /// <summary>Passkeys have a table. Identity asks its options, and not the context, how its tables look.</summary>
    public static void Choose(StoreOptions tables) => tables.SchemaVersion = IdentitySchemaVersions.Version3;

    /// <summary>Runs several saves as one: all of it is kept, or none. Within another, it is part of that one.</summary>
    public async Task<T> InOneTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (heldTurn is not null)
        {
            return await work();
        }

        using var turn = heldTurn = await writers.EnterAsync(cancellationToken);
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            var result = await work();
            await transaction.CommitAsync(cancellationToken);
            MoveStamp();
            heldTurn = null;
            turn.Dispose();
            await outbox.TellAsync(cancellationToken);
            return result;
        }
        finally
        {
            heldTurn = null;
        }
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (heldTurn is not null)
        {
            return await SaveWithEventsAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        return await InOneTransactionAsync(
            () => SaveWithEventsAsync(acceptAllChangesOnSuccess, cancellationToken),
            cancellationToken
        );
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving waits for its turn: use SaveChangesAsync.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<Enum>().HaveConversion<int>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DeliberationDb).Assembly);
        ReadOnlyLists.Map(builder.Model);

        foreach (
            var aggregate in builder
                .Model.GetEntityTypes()
                .Where(type => type.ClrType.IsAssignableTo(typeof(Aggregate)))
        )
        {
            builder.Entity(aggregate.ClrType).Property(nameof(Aggregate.Revision)).IsConcurrencyToken();
        }
    }

    private async Task<int> SaveWithEventsAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken
    )
    {
        WrittenOnce.Check(ChangeTracker);
        var aggregates = ChangeTracker.Entries<Aggregate>().ToList();
        foreach (
            var changed in aggregates.Where(entry => entry.State is EntityState.Added or EntityState.Modified)
        )
        {
            var revision = changed.Property(aggregate => aggregate.Revision);
            revision.CurrentValue = revision.OriginalValue + 1;
        }

        var events = aggregates.SelectMany(entry => entry.Entity.TakeEvents()).ToList();
        await this.SealAsync(events, cancellationToken);
        outbox.Add(this, events);
        isPublicTouched |= PublicStamp.IsTouchedBy(ChangeTracker);
        var treatments = this.ChangedTreatments();
        isTrackerTouched |= treatments.Count > 0;
        var kept = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (treatments.Count > 0)
        {
            // The history is on disk now, in this transaction: what is read from it is told anew.
            await this.TellStandingsAsync(treatments, cancellationToken);
            await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        return kept;
    }

    private void MoveStamp()
    {
        if (isPublicTouched)
        {
            stamp.Move(isTrackerTouched);
            isPublicTouched = isTrackerTouched = false;
        }
    }
}
